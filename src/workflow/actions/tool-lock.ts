// Made by `npm run tools:lock`. Not to be edited.
import type { LockedPackage } from './locked-package';

/** What is installed together. */
export type ToolSet = 'twine' | 'twine check' | 'uv' | 'build' | 'setuptools' | 'cibuildwheel';

/** All that the workflows install, with the hashes of the wheels. */
export const TOOL_LOCK: Record<ToolSet, readonly LockedPackage[]> = {
  twine: [
    {
      name: 'certifi',
      version: '2026.10.19.post1',
      sha256: ['1324c476b4811eff41a8bc2122cd0bbd4d9c7234c725446d99ab1612b3a7fdd2'],
    },
    {
      name: 'charset-normalizer',
      version: '3.5.3',
      sha256: ['96e268b0cbda016ac519513294fcd17032264085b600abaac58b93049477e132'],
    },
    {
      name: 'id',
      version: '1.6.1',
      sha256: ['f5ec41ed2629a508f5d0988eda142e190c9c6da971100612c4de9ad9f9b237ca'],
    },
    {
      name: 'idna',
      version: '3.20',
      sha256: ['ab7ae7122974553370f0bdb919e1a960b2cd1bc1ef0276416d896db81c14582c'],
    },
    {
      name: 'markdown-it-py',
      version: '4.3.0',
      sha256: ['7aa1511a46c39138de78d9eba92ce47e63124d8003fc98b3a351909e04239efa'],
    },
    {
      name: 'mdurl',
      version: '0.1.2',
      sha256: ['84008a41e51615a49fc9966191ff91509e3c40b939176e643fd50a5c2196b8f8'],
    },
    {
      name: 'packaging',
      version: '26.4',
      sha256: ['81383611a09c1bc0b08b76e0fd5829d7c6824c65b27a6aee339da133f4233ea2'],
    },
    {
      name: 'pygments',
      version: '2.21.0',
      sha256: ['2363c69b61c4a97c838da3b130dcd6468f4848992b21a82f2a63ec34377137d9'],
    },
    {
      name: 'requests',
      version: '2.34.2',
      sha256: ['2a0d60c172f83ac6ab31e4554906c0f3b3588d37b5cb939b1c061f4907e278e0'],
    },
    {
      name: 'requests-toolbelt',
      version: '1.0.0',
      sha256: ['cccfdd665f0a24fcf4726e690f65639d272bb0637b9b92dfd91a5568ccf6bd06'],
    },
    {
      name: 'rfc3986',
      version: '2.0.0',
      sha256: ['50b1502b60e289cb37883f3dfd34532b8873c7de9f49bb546641ce9cbd256ebd'],
    },
    {
      name: 'rich',
      version: '15.0.0',
      sha256: ['33bd4ef74232fb73fe9279a257718407f169c09b78a87ad3d296f548e27de0bb'],
    },
    {
      name: 'twine',
      version: '7.0.0',
      sha256: ['b854164df26db268af05f49aa5c0344b10e27a494343ff05b1e0bad3b135f5a7'],
    },
    {
      name: 'urllib3',
      version: '2.8.0',
      sha256: ['0cf3cae568d36aa9576b28dfb35f11328f1cb974ca7647d9475ebb86c75ac6e3'],
    },
  ],
  'twine check': [
    {
      name: 'certifi',
      version: '2026.10.19.post1',
      sha256: ['1324c476b4811eff41a8bc2122cd0bbd4d9c7234c725446d99ab1612b3a7fdd2'],
    },
    {
      name: 'charset-normalizer',
      version: '3.5.3',
      sha256: ['96e268b0cbda016ac519513294fcd17032264085b600abaac58b93049477e132'],
    },
    {
      name: 'docutils',
      version: '0.23',
      sha256: ['25d013af9bf23bc1c7b2b093dff4208166c53a94786c9e447808335ef1185fea'],
    },
    {
      name: 'id',
      version: '1.6.1',
      sha256: ['f5ec41ed2629a508f5d0988eda142e190c9c6da971100612c4de9ad9f9b237ca'],
    },
    {
      name: 'idna',
      version: '3.20',
      sha256: ['ab7ae7122974553370f0bdb919e1a960b2cd1bc1ef0276416d896db81c14582c'],
    },
    {
      name: 'markdown-it-py',
      version: '4.3.0',
      sha256: ['7aa1511a46c39138de78d9eba92ce47e63124d8003fc98b3a351909e04239efa'],
    },
    {
      name: 'mdurl',
      version: '0.1.2',
      sha256: ['84008a41e51615a49fc9966191ff91509e3c40b939176e643fd50a5c2196b8f8'],
    },
    {
      name: 'nh3',
      version: '0.3.8',
      sha256: [
        '92455caf010434168c26d5b2fd523bd588fce796b1a8067fef0a51f9e88f5cf7',
        '3e97326a8c7b537b5583aad483f249d7c8d0398fbf7b61a995fc508ffdc0d2ee',
      ],
    },
    {
      name: 'packaging',
      version: '26.4',
      sha256: ['81383611a09c1bc0b08b76e0fd5829d7c6824c65b27a6aee339da133f4233ea2'],
    },
    {
      name: 'pygments',
      version: '2.21.0',
      sha256: ['2363c69b61c4a97c838da3b130dcd6468f4848992b21a82f2a63ec34377137d9'],
    },
    {
      name: 'readme-renderer',
      version: '46.0',
      sha256: ['d0dae1f74bb273b534770cb4cccb6bb78735540afdb03c2146f4e19dcd412560'],
    },
    {
      name: 'requests',
      version: '2.34.2',
      sha256: ['2a0d60c172f83ac6ab31e4554906c0f3b3588d37b5cb939b1c061f4907e278e0'],
    },
    {
      name: 'requests-toolbelt',
      version: '1.0.0',
      sha256: ['cccfdd665f0a24fcf4726e690f65639d272bb0637b9b92dfd91a5568ccf6bd06'],
    },
    {
      name: 'rfc3986',
      version: '2.0.0',
      sha256: ['50b1502b60e289cb37883f3dfd34532b8873c7de9f49bb546641ce9cbd256ebd'],
    },
    {
      name: 'rich',
      version: '15.0.0',
      sha256: ['33bd4ef74232fb73fe9279a257718407f169c09b78a87ad3d296f548e27de0bb'],
    },
    {
      name: 'twine',
      version: '7.0.0',
      sha256: ['b854164df26db268af05f49aa5c0344b10e27a494343ff05b1e0bad3b135f5a7'],
    },
    {
      name: 'urllib3',
      version: '2.8.0',
      sha256: ['0cf3cae568d36aa9576b28dfb35f11328f1cb974ca7647d9475ebb86c75ac6e3'],
    },
  ],
  uv: [
    {
      name: 'uv',
      version: '0.13.8',
      sha256: [
        '0b3e8b1a4f5e405e31e2ff33de8af4744831e9f7338539671efbd8c3c94e791d',
        'e18a57b8b352eb7c8feb317b9f6f533c8f0ad9673fd6cf34bbe3cf1a9f6a8984',
        '5337c30bb893b4f9ce0ceb921ba2da0d13f649da644f40ad3bef84083bef0203',
      ],
    },
  ],
  build: [
    {
      name: 'build',
      version: '1.4.4',
      marker: "python_full_version == '3.9.*'",
      sha256: ['8c3f48a6090b39edec1a273d2d57949aaf13723b01e02f9d518396887519f64d'],
    },
    {
      name: 'build',
      version: '1.6.1',
      marker: "python_full_version >= '3.10'",
      sha256: ['ecd351a4be9d35a9eaaba244a7687143c9c7d4aea6ac964e7e7ddab20cbcf4e7'],
    },
    {
      name: 'colorama',
      version: '0.4.6',
      marker: "os_name == 'nt'",
      sha256: ['4f1d9991f5acc0ca119f9d443620b77f9d6b33703e51011c16baf57afb285fc6'],
    },
    {
      name: 'importlib-metadata',
      version: '8.7.1',
      marker: "python_full_version == '3.9.*'",
      sha256: ['5a1f80bf1daa489495071efbb095d75a634cf28a8bc299581244063b53176151'],
    },
    {
      name: 'importlib-metadata',
      version: '9.0.1',
      marker: "python_full_version >= '3.10' and python_full_version < '3.10.2'",
      sha256: ['bba5600596a7e21f3eef53281cf28d6a5195634d2f2b78ff9501a3272c6eaab0'],
    },
    {
      name: 'packaging',
      version: '26.3',
      marker: "python_full_version == '3.9.*'",
      sha256: ['d7193f7c8e4e93f444fde0262bf90af30e16fa0ad0ad44cb553c87339b23cd1c'],
    },
    {
      name: 'packaging',
      version: '26.4',
      marker: "python_full_version >= '3.10'",
      sha256: ['81383611a09c1bc0b08b76e0fd5829d7c6824c65b27a6aee339da133f4233ea2'],
    },
    {
      name: 'pyproject-hooks',
      version: '1.3.3',
      sha256: ['5fc53fdac9f7bd63fbcdc868fb5f90b4784d78a53a3d3388cd738b807441a20b'],
    },
    {
      name: 'tomli',
      version: '2.5.0',
      marker: "python_full_version < '3.11'",
      sha256: ['32a7b79ac57a2e83670ce329ccf675798bc5a2094783a63676866b70503f2e2b'],
    },
    {
      name: 'zipp',
      version: '3.23.1',
      marker: "python_full_version == '3.9.*'",
      sha256: ['0b3596c50a5c700c9cb40ba8d86d9f2cc4807e9bedb06bcdf7fac85633e444dc'],
    },
    {
      name: 'zipp',
      version: '4.1.2',
      marker: "python_full_version >= '3.10' and python_full_version < '3.10.2'",
      sha256: ['b30cb6cd253122169c47de245ca24a86bac2a5d3802ba15bf7ba6414eb9e144d'],
    },
  ],
  setuptools: [
    {
      name: 'setuptools',
      version: '82.0.1',
      marker: "python_full_version == '3.9.*'",
      sha256: ['a59e362652f08dcd477c78bb6e7bd9d80a7995bc73ce773050228a348ce2e5bb'],
    },
    {
      name: 'setuptools',
      version: '84.2.1',
      marker: "python_full_version >= '3.10'",
      sha256: ['ca140b45d5325a9478f880e351484f62fef15f336462e449ca0c03c873d589c2'],
    },
  ],
  cibuildwheel: [
    {
      name: 'bashlex',
      version: '0.18',
      sha256: ['91d73a23a3e51711919c1c899083890cdecffc91d8c088942725ac13e9dcfffa'],
    },
    {
      name: 'bracex',
      version: '3.2.3',
      sha256: ['8d6d677856121820d67b9009e76a5740fb02ab6dcd2d9815a83724d1888c305d'],
    },
    {
      name: 'build',
      version: '1.6.1',
      sha256: ['ecd351a4be9d35a9eaaba244a7687143c9c7d4aea6ac964e7e7ddab20cbcf4e7'],
    },
    {
      name: 'certifi',
      version: '2026.10.19.post1',
      sha256: ['1324c476b4811eff41a8bc2122cd0bbd4d9c7234c725446d99ab1612b3a7fdd2'],
    },
    {
      name: 'cibuildwheel',
      version: '4.3.5',
      sha256: ['2297362cb7a0a12cd681788197811e1f3d700bd31f6decaab051837c90d4e3ba'],
    },
    {
      name: 'colorama',
      version: '0.4.6',
      marker: "os_name == 'nt'",
      sha256: ['4f1d9991f5acc0ca119f9d443620b77f9d6b33703e51011c16baf57afb285fc6'],
    },
    {
      name: 'dependency-groups',
      version: '1.3.2',
      sha256: ['8c337f7b92445823b0d0ea507f611390c58dcd2112be00aebcd738a2ca7a1c64'],
    },
    {
      name: 'filelock',
      version: '4.3.1',
      sha256: ['79e43df8e9fe509cd83a3899a7c186c8077cbbe4d200a1ed3705c2f3bb6bc487'],
    },
    {
      name: 'humanize',
      version: '4.17.0',
      sha256: ['02d0899527760efe18011944f882df4970943b4cdff7b5a0ba7fed43a576ef98'],
    },
    {
      name: 'packaging',
      version: '26.4',
      sha256: ['81383611a09c1bc0b08b76e0fd5829d7c6824c65b27a6aee339da133f4233ea2'],
    },
    {
      name: 'platformdirs',
      version: '4.14.8',
      sha256: ['1e34af590de4d978631b751eb2202f2fee4497537a17c1720b12fcf57b331392'],
    },
    {
      name: 'pyproject-hooks',
      version: '1.3.3',
      sha256: ['5fc53fdac9f7bd63fbcdc868fb5f90b4784d78a53a3d3388cd738b807441a20b'],
    },
  ],
};
